import { RUSSIAN_PAGES } from "../../../../i18n/pages/ru.ts";
import { RUSSIAN } from "../../../../i18n/ru.ts";
import type { ConsoleMessages } from "../messages.ts";
import { RUSSIAN_ANSWERS } from "./answers.ts";
import { RUSSIAN_DRAFTS } from "./drafts.ts";
import { RUSSIAN_EDITING } from "./editing.ts";
import { RUSSIAN_ENDPOINTS } from "./endpoints.ts";
import { RUSSIAN_EVENTS } from "./events.ts";
import { RUSSIAN_FILES } from "./files.ts";
import { RUSSIAN_HOUSE } from "./house.ts";
import { RUSSIAN_INVITATION } from "./invitation.ts";
import { RUSSIAN_KEYS } from "./keys.ts";
import { RUSSIAN_CLEARING } from "./mails.ts";
import { RUSSIAN_ISSUE } from "./issue.ts";
import { RUSSIAN_PROGRAMME } from "./programme.ts";
import { RUSSIAN_DOUBTS } from "./doubts.ts";
import { RUSSIAN_SETUP } from "./setup.ts";

export const RUSSIAN_CONSOLE: ConsoleMessages = {
  ...RUSSIAN_EVENTS,
  ...RUSSIAN_ANSWERS,
  own: RUSSIAN,
  page: RUSSIAN_PAGES,
  console: "Пульт",
  loading: "Загрузка сведений о сессии…",
  publicPage: "Открытая страница сессии",
  connection: {
    up: "Связь с сервисом есть",
    down: "Связи нет: отправленное ожидает здесь и уйдет по порядку, когда связь восстановится.",
    asOf: "Показано то, что было известно: {time}.",
  },
  wrongClock: "Часы этого устройства отстают или спешат на {minutes} мин. События подписываются по часам сервиса.",
  keepsNothing: "Этот браузер ничего не сохраняет для этой страницы: когда она закрывается, ее ключ и еще не ушедшие события пропадают.",
  more: "Другие события",
  moreHint: "Все, что возможно сейчас, и ничего другого.",
  openNow: "Сейчас идет: {slot}.",
  programme: RUSSIAN_PROGRAMME,
  setup: RUSSIAN_SETUP,
  invitation: RUSSIAN_INVITATION,
  drafts: RUSSIAN_DRAFTS,
  editing: RUSSIAN_EDITING,
  file: RUSSIAN_FILES,
  keys: RUSSIAN_KEYS,
  house: RUSSIAN_HOUSE,
  endpoints: RUSSIAN_ENDPOINTS,
  issue: RUSSIAN_ISSUE,
  mails: RUSSIAN_CLEARING,
  outbox: {
    title: "Отправленное вами",
    undo: "Не отправлять",
    undone: "Отменено: {event}",
    sending: "отправляется…",
    done: "отправлено.",
    offline: "Связи нет. Эти события уйдут сами, по порядку, когда она восстановится; если закрыть страницу, ничего не пропадет.",
    waiting: "ожидает связи.",
    retry: "Отправить",
    discard: "Удалить",
  },
  message: { title: "Сообщение для рассылки", language: "Язык", share: "Поделиться…" },
  history: { title: "История: отозвать ошибку", withdraw: "Отозвать", redact: "Удалить текст" },
  key: {
    title: "Этот браузер",
    none: "Этот браузер еще не зарегистрирован для данного органа.",
    why: "Входа по паролю нет: этот браузер подписывает каждое событие, и сервис доверяет подписи.",
    make: "Подготовить этот браузер",
    makeHint: "Лучше всего: то, чем он будет подписывать, никто не может скопировать, даже вы. Оператор регистрирует его один раз.",
    typed: "Или секретный ключ, который вам передали",
    typedHint: "Он начинается с whsk_ или whsec_ и хранится так, что им можно подписывать, но нельзя прочитать.",
    use: "Использовать этот секретный ключ",
    notASecret: "Этот секретный ключ недействителен: он должен начинаться с whsk_ или whsec_ и быть полным.",
    notHere:
      "Этот браузер не может создать такой ключ (в нем нет Ed25519). Возьмите более новый браузер или переданный вам секретный ключ.",
    publicKey: "Открытый ключ",
    fingerprint: "Отпечаток",
    fingerprintHint: "Прочтите его оператору по телефону, чтобы по ошибке не был зарегистрирован другой ключ.",
    enrol: "Оператор регистрирует его этой командой",
    checkAgain: "Проверить снова",
    forget: "Забыть этот ключ",
    forgetSure: "Действительно забыть: вернуть его будет нельзя",
    loss: "Если данные браузера будут удалены, ключ пропадет, но больше ничего: создайте здесь другой, попросите зарегистрировать его и отозвать прежний.",
    notKept: "Этот браузер не обещает хранить ключ при нехватке места. Обычно помогает добавление пульта на главный экран.",
    status: {
      unknown: "Спрашиваем о нем сервис…",
      enrolled: "Зарегистрирован: может отправлять.",
      "not-enrolled": "Еще не зарегистрирован: ничего отправить нельзя, пока оператор его не зарегистрирует.",
      "not-permitted": "Зарегистрирован, но может отправлять здесь не все.",
      unreachable: "Спросить о нем сервис не удалось.",
    },
  },
  agenda: {
    title: "Новая или пересмотренная повестка дня",
    hint: "Вставьте документ из текстового редактора или с веб-страницы. Ничего не отправляется, пока вы не увидите, что понято.",
    paste: "Документ",
    read: "Прочитать",
    days: "Заседания",
    items: "Пункты",
    warnings: "Сомнения",
    noWarnings: "Сомнений нет.",
    warningsAbout: RUSSIAN_DOUBTS,
    line: "Строка {line}",
    missing: "Еще недостает",
    supply: "Чего нет в документе",
    overrides: {
      timezone: "Часовой пояс (Регион/Город)",
      id: "Идентификатор сессии, как в ее адресе",
      symbol: "Условное обозначение документа",
      title: "Название сессии",
      city: "Город",
      venue: "Место проведения",
      opensOn: "Первый день",
      closesOn: "Последний день",
      year: "Год",
      "body.shortName": "Краткое название органа",
    },
    as: {
      "agenda.revised": "Отправить как пересмотр этой сессии",
      "agenda.adopted": "Отправить как утвержденную с устными изменениями",
      "meeting.announced": "Объявить как другую сессию",
    },
  },
};
