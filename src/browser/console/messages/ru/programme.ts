import type { ProgrammeMessages } from "../programme-messages.ts";

export const RUSSIAN_PROGRAMME: ProgrammeMessages = {
  today: "Сегодня",
  all: "Вся программа",
  search: "Поиск заседаний и пунктов",
  nothingFound: "Ничего не найдено.",
  moreFound: "Найдено больше: добавьте слово.",
  more: "Еще",
  startsLate: "Начнется позже",
  minutes: "{minutes} мин",
  otherMinutes: "Другое",
  suspendUntil: "Прервать до определенного времени",
  notBefore: "Не ранее определенного времени",
  moveTo: "Перенести: {slot}",
  unplaced: "Пункты вне заседаний",
  orallyRevised: "С внесенными в нее устными изменениями",
  orallyRevisedHint: "Утверждается программа в том виде, в каком она приведена здесь, со всеми уже сообщенными изменениями.",
  short: {
    "slot.opened": "Открыть",
    "slot.adjourned": "Закрыть",
    "slot.suspended": "Прервать",
    "slot.resumed": "Возобновить",
    "item.taken_up": "Приступить",
    "item.concluded": "Завершить",
    "item.left_open": "Оставить открытым",
  },
};
