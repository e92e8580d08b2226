import type { MailMessages } from "./messages.ts";

export const RUSSIAN_MAILS: MailMessages = {
  marks: {
    cancelled: "ОТМЕНЕНО",
    postponed: "ПЕРЕНЕСЕНО",
    takesPlace: "СОСТОИТСЯ",
    newTime: "НОВОЕ ВРЕМЯ",
    newPlace: "НОВОЕ МЕСТО",
    added: "ДОБАВЛЕНО",
    newItems: "ДРУГИЕ ПУНКТЫ",
    other: "ИЗМЕНЕНО",
  },
  before: "Прежде: {before}",
  more: "и ещё {count}",
  test: "Проверка: письма этой службы доходят.",
  nothing: "После версии {version} ничего не изменилось.",
};
