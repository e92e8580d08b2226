import type { KeysMessages } from "../keys-messages.ts";

export const RUSSIAN_KEYS: KeysMessages = {
  title: "Кто может отправлять здесь",
  noEnd: "Бессрочно.",
  until: "До {time}.",
  neverUsed: "Ещё не использовался.",
  lastUsed: "Последняя отправка: {time}.",
  meeting: "Только для совещания {meeting}.",
  invites: "Приглашение, которое ещё никто не принял",
  sure: "Действительно отозвать",
  operator: "Оператор",
  sentBy: "Отправлено: {name}",
  label: "Чьё оно будет, для коллег",
};
