import type { EditingMessages } from "../editing-messages.ts";

export const RUSSIAN_EDITING: EditingMessages = {
  lines: "Документ построчно",
  onlyOpen: "Только пропущенное или сомнительное",
  change: "Изменить",
  isNow: "Это",
  kinds: { slot: "Заседание", item: "Пункт", nothing: "Не относится к программе" },
  number: "Номер",
  hourHint: "Если не указано, время будет объявлено",
  itemsHint: "Как напечатано, например 4 (продолжение), 5",
  save: "Читать так",
  undo: "Отменить последнее изменение",
  addSlot: "Добавить заседание",
  addItem: "Добавить пункт",
  uses: {
    field: "Само совещание",
    heading: "Заголовок",
    day: "День",
    annotation: "Аннотация к пункту {item}",
    document: "Документ {symbol}",
    said: "Как вы указали",
    leftOut: "Пропущено",
  },
  asNew: "Считается, что это другая сессия; она становится новым совещанием, {id}: {title}",
  asKnown: "Считается, что это документ показанного совещания.",
  isNew: "Это другая сессия",
  isKnown: "Это показанное совещание",
};
