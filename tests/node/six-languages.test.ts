import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import type { Language } from "../../src/meeting/text.ts";
import { reread } from "../support/reread.ts";
import { startTestService, type Service } from "./service.ts";

/** The seed meeting's document in the five other languages, each added to its record, and what calendars then say. */

interface Version {
  readonly head: readonly string[];
  readonly agenda: string;
  /** Of items 1, 1 (a), 1 (b), 2 to 8. */
  readonly titles: readonly string[];
  /** How (a) and (b) are printed in this language. */
  readonly marks: readonly [string, string];
  readonly programme: string;
  readonly days: readonly [string, string, string];
  readonly hours: readonly [string, string];
  readonly continued: string;
}

const VERSIONS: Readonly<Record<string, Version>> = {
  fr: {
    head: ["Groupe de travail sur la traite des personnes", "Vienne, 27-29 janvier 2010"],
    agenda: "Ordre du jour provisoire",
    titles: [
      "Questions d’organisation",
      "Ouverture de la réunion",
      "Adoption de l’ordre du jour et organisation des travaux",
      "Application du Protocole relatif à la traite",
      "Analyse des notions essentielles du Protocole",
      "Bonnes pratiques pour décourager la demande",
      "Victimes de la traite : ni sanctions ni poursuites",
      "Bonnes pratiques de gestion des affaires",
      "Questions diverses",
      "Adoption du rapport",
    ],
    marks: ["a)", "b)"],
    programme: "Organisation des travaux",
    days: ["Mercredi 27 janvier", "Jeudi 28 janvier", "Vendredi 29 janvier"],
    hours: ["10 heures-13 heures", "15 heures-18 heures"],
    continued: "suite",
  },
  es: {
    head: ["Grupo de trabajo sobre la trata de personas", "Viena, 27 a 29 de enero de 2010"],
    agenda: "Programa provisional",
    titles: [
      "Cuestiones de organización",
      "Apertura de la reunión",
      "Aprobación del programa y organización de los trabajos",
      "Aplicación del Protocolo contra la trata",
      "Análisis de los conceptos fundamentales del Protocolo",
      "Buenas prácticas para desalentar la demanda",
      "Víctimas de la trata: ni castigo ni enjuiciamiento",
      "Buenas prácticas de gestión de casos",
      "Otros asuntos",
      "Aprobación del informe",
    ],
    marks: ["a)", "b)"],
    programme: "Organización de los trabajos",
    days: ["Miércoles 27 de enero", "Jueves 28 de enero", "Viernes 29 de enero"],
    hours: ["10.00 a 13.00 horas", "15.00 a 18.00 horas"],
    continued: "continuación",
  },
  ru: {
    head: ["Рабочая группа по торговле людьми", "Вена, 27-29 января 2010 года"],
    agenda: "Предварительная повестка дня",
    titles: [
      "Организационные вопросы",
      "Открытие совещания",
      "Утверждение повестки дня и организация работы",
      "Осуществление Протокола о торговле людьми",
      "Анализ основных понятий Протокола",
      "Виды надлежащей практики для сокращения спроса",
      "Ненаказание и непреследование жертв торговли людьми",
      "Виды надлежащей практики ведения дел",
      "Прочие вопросы",
      "Утверждение доклада",
    ],
    marks: ["a)", "b)"],
    programme: "Организация работы",
    days: ["Среда, 27 января", "Четверг, 28 января", "Пятница, 29 января"],
    hours: ["10.00-13.00", "15.00-18.00"],
    continued: "продолжение",
  },
  zh: {
    head: ["人口贩运问题工作组", "2010年1月27日至29日，维也纳"],
    agenda: "临时议程",
    titles: [
      "组织事项",
      "会议开幕",
      "通过议程和安排工作",
      "人口贩运议定书的执行情况",
      "议定书主要概念的分析",
      "抑制需求方面的良好做法",
      "不处罚和不起诉贩运被害人",
      "案件管理方面的良好做法",
      "其他事项",
      "通过报告",
    ],
    marks: ["(a)", "(b)"],
    programme: "工作安排",
    days: ["1月27日，星期三", "1月28日，星期四", "1月29日，星期五"],
    hours: ["上午10时至下午1时", "下午3时至6时"],
    continued: "续",
  },
  ar: {
    head: ["الفريق العامل المعني بالاتجار بالأشخاص", "فيينا، 27-29 كانون الثاني/يناير 2010"],
    agenda: "جدول الأعمال المؤقت",
    titles: [
      "المسائل التنظيمية",
      "افتتاح الاجتماع",
      "إقرار جدول الأعمال وتنظيم الأعمال",
      "تنفيذ بروتوكول الاتجار بالأشخاص",
      "تحليل المفاهيم الأساسية في البروتوكول",
      "الممارسات الجيدة للتثبيط عن الطلب",
      "عدم معاقبة ضحايا الاتجار وعدم ملاحقتهم",
      "الممارسات الجيدة في إدارة القضايا",
      "مسائل أخرى",
      "اعتماد التقرير",
    ],
    marks: ["(أ)", "(ب)"],
    programme: "تنظيم الأعمال",
    days: ["الأربعاء، 27 كانون الثاني/يناير", "الخميس، 28 كانون الثاني/يناير", "الجمعة، 29 كانون الثاني/يناير"],
    hours: ["10:00-13:00", "15:00-18:00"],
    continued: "تابع",
  },
};

const writeDocument = ({ head, agenda, titles, marks, programme, days, hours, continued }: Version): string => {
  const [first = "", opening = "", adoption = "", ...others] = titles;
  const [[a, b], [morning, afternoon], [wednesday, thursday, friday]] = [marks, hours, days];
  const title = (item: number): string => others[item - 2] ?? "";
  const row = (time: string, item: number | string, said: string): string => [time, String(item), said].join("\t");
  return [
    "CTOC/COP/WG.4/2010/1",
    ...head,
    "",
    agenda,
    "",
    `1. ${first}`,
    `   ${a} ${opening}`,
    `   ${b} ${adoption}`,
    ...others.map((one, at) => `${at + 2}. ${one}`),
    "",
    programme,
    "",
    wednesday,
    row(morning, `1 ${a}`, opening),
    row("", `1 ${b}`, adoption),
    row("", 2, title(2)),
    row(afternoon, 3, title(3)),
    thursday,
    row(morning, 4, title(4)),
    row(afternoon, 4, `${title(4)} (${continued})`),
    row("", 5, title(5)),
    friday,
    row(morning, 5, `${title(5)} (${continued})`),
    row(afternoon, 6, title(6)),
    row("", 7, title(7)),
    row("", 8, title(8)),
  ].join("\n");
};

const folder = mkdtempSync(join(tmpdir(), "plenary-six-"));
const record = join(folder, "record.json");
const LANGUAGES = Object.keys(VERSIONS);
let service: Service;

const importInto = (language: string): { readonly status: number | null; readonly stderr: string } => {
  const version = VERSIONS[language];
  if (version) writeFileSync(join(folder, `${language}.txt`), writeDocument(version));
  const args = [resolve("src/cli/plenary.ts"), "import", `${language}.txt`, "--language", language, "--into", "record.json"];
  return spawnSync("node", args, { cwd: folder, encoding: "utf8" });
};

beforeAll(async () => {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  copyFileSync("data/meetings/ctoc-cop-wg4-2010.json", record);
  service = await startTestService();
}, 120_000);
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

describe("a meeting whose document comes in six languages", () => {
  it.each(LANGUAGES)("has the titles of each added to its record, with no JSON opened: %s", (language) => {
    expect(importInto(language)).toMatchObject({ status: 0, stderr: "" });
    const added = readRecordFile(record).agenda.items.flatMap(({ title, subitems = [] }) => [title, ...subitems.map((one) => one.title)]);
    expect(added.map((title) => (typeof title === "string" ? title : title[language as Language]))).toEqual(VERSIONS[language]?.titles);
  });

  it("has feeds in six languages: the same sittings, each with the words of its own", async () => {
    const read = readRecordFile(record);
    await service.register(read.body);
    await service.announce(read, "2010-01-18T09:00:00Z");
    const english = reread(await (await service.get("/ctoc-cop-wg4/2010.ics")).text());
    for (const language of LANGUAGES) {
      const entries = reread(await (await service.get(`/ctoc-cop-wg4/2010.ics?lang=${language}`)).text());
      expect(entries.map(({ uid, start, end }) => [uid, start, end])).toEqual(english.map(({ uid, start, end }) => [uid, start, end]));
      const said = entries.map(({ description }) => description).join("\n");
      expect((VERSIONS[language]?.titles ?? []).slice(1).filter((title) => !said.includes(title))).toEqual([]);
      expect(said).not.toContain("Good practices");
    }
  });
});
