import { describe, expect, it } from "vitest";
import { composeDraft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import { NO_PLACES, type Gazetteer } from "../src/documents/sections/gazetteer.ts";
import type { DraftMeeting } from "../src/meeting/draft.ts";

/** Bodies that are named with the ordinal of their session, beside their organization, or as meetings; and days that name their fields. */

const AGENDA = ["Agenda", "1. Nets", "2. Hooks", "3. Lines"];
const read = (lines: readonly string[], places: Gazetteer = NO_PLACES): DraftMeeting =>
  composeDraft(readPasted([...lines, ...AGENDA].join("\n")), {}, places).meeting;

describe("a body whose session is an ordinal before or behind its name", () => {
  it.each([
    ["SEVENTY-SIXTH WORLD NETS ASSEMBLY", "WORLD NETS ASSEMBLY"],
    ["144th NETS Assembly", "NETS Assembly"],
    ["55.o CONSEJO DE REDES", "CONSEJO DE REDES"],
    ["Septuagésima sexta Asamblea Mundial de las Redes", "Asamblea Mundial de las Redes"],
    ["XXVI CUMBRE DE JEFES DE ESTADO", "CUMBRE DE JEFES DE ESTADO"],
    ["第七十六届世界渔网大会", "世界渔网大会"],
    ["جمعية الشباك العالمية السادسة والسبعون", "جمعية الشباك العالمية"],
    ["المؤتمر الإقليمي السادس والعشرون للشباك", "المؤتمر الإقليمي السادس والعشرون للشباك"],
  ])("is called without it at either end, and the meeting as it is printed: %s", (line, name) => {
    expect(read([line])).toMatchObject({ body: { name }, title: line });
  });

  it.each(["Sixth Committee", "Première Commission"])("keeps an ordinal that is its own: %s", (line) => {
    expect(read([line, "Tenth session"]).body.name).toBe(line);
  });

  it("is named first where it meets together with another", () => {
    expect(read(["55th NETS COUNCIL", "68th SESSION OF THE REGIONAL COMMITTEE"]).body.name).toBe("NETS COUNCIL");
  });

  it("may have a Roman one, or a year", () => {
    expect(read(["XLVIII Reunión Ordinaria del Consejo de Redes"]).body.name).toBe("Consejo de Redes");
    expect(read(["NETS UNION", "COUNCIL 2031", "5-9 May 2031"]).body.name).toBe("COUNCIL");
  });
});

describe("a body beside others", () => {
  it.each([
    [["Nets Board", "World Organization of Nets", "10th session"], "Nets Board"],
    [["COMMITTEE ON NETS", "(CNH)", "Third Session", "Meeting of Senior Officials", "5-9 May 2031"], "COMMITTEE ON NETS (CNH)"],
    [["PAN-NETS PARLIAMENT", "SIXTH PARLIAMENT", "SECOND ORDINARY SESSION"], "PAN-NETS PARLIAMENT"],
    [["Comunidad de Redes", "Reunión Ordinaria del Consejo de Ministros"], "Consejo de Ministros"],
    [["NETS UNION", "ASSEMBLY OF THE UNION", "Tenth Ordinary Session"], "ASSEMBLY OF THE UNION"],
    [["TENTH REGULAR SESSION", "October 5 to 7, 2031", "NETS ASSEMBLY"], "NETS ASSEMBLY"],
  ])("is the organ, wherever its organization or the kind of its meeting stands: %j", (lines, name) => {
    expect(read(lines).body.name).toBe(name);
  });

  it.each([
    [["Multi-year Expert Meeting on Nets", "Ninth session"], "Multi-year Expert Meeting on Nets"],
    [["Trente-troisième Réunion des Parties", "au Protocole relatif aux filets"], "Réunion des Parties au Protocole relatif aux filets"],
    [["Réunion de plénipotentiaires sur les filets", "Deuxième session"], "Réunion de plénipotentiaires sur les filets"],
    [["Комиссия по сетям", "и крючкам", "Десятая сессия"], "Комиссия по сетям и крючкам"],
    [["110th Assembly of the", "Nets Union"], "Assembly of the Nets Union"],
  ])("may be a meeting of its own, over several lines: %j", (lines, name) => {
    expect(read(lines).body.name).toBe(name);
  });
});

describe("the day of a meeting", () => {
  const PLACES: Gazetteer = {
    isCity: (name) => name === "Rome" || name === "罗马",
    isRegion: () => false,
    findZone: () => ({ kind: "unasked" }),
  };

  it.each([
    [["Rome, 5 May 2031", "date: 17 May 2031 at 10.00", "venue: Rome"]],
    [["Rome, le 5 mai 2031", "Date : 17 mai 2031", "Heure : 10 heures", "Lieu : Maison des filets, Rome"]],
    [["Nets Committee", "17 May 2031 (10.00)", "NET HOUSE", "Venue: Rome"]],
    [["Nets Council", "Rome, Italy", "17 May 2031"]],
    [["会议日期：2031年5月17日", "会议地点：罗马"]],
  ])("is the one that its hours or its place are printed with, and none by which the paper was issued: %j", (lines) => {
    const { opensOn, closesOn, city } = read(lines, PLACES);
    expect([opensOn, closesOn, city === "罗马" ? "Rome" : city]).toEqual(["2031-05-17", "2031-05-17", "Rome"]);
  });

  it("is none on which the paper was issued, and none of a section below; a wrapped one is whole", () => {
    const issued = ["Rome, 5 May 2031 Original: English", "Nets Committee", "Online 17 May 2031 10 a.m.-1 p.m."];
    expect(read(issued, PLACES)).toMatchObject({ opensOn: "2031-05-17", closesOn: "2031-05-17" });
    expect(read(["Nets Committee", "A. Fourth part-session (5 to 9 May 2031)"], PLACES).opensOn).toBeUndefined();
    const wrapped = read(["National Nets Workshop 28th October to 1st of", "November 2031, Rome, Italy"], PLACES);
    expect(wrapped).toMatchObject({ opensOn: "2031-10-28", closesOn: "2031-11-01", city: "Rome" });
  });

  it("have no place in what only looks like one", () => {
    expect(
      read(["Centre for Practices in Administration, Commerce and Nets (First session, 17-18 March 2031)"], PLACES).city,
    ).toBeUndefined();
    expect(read(["National Nets Workshop 5-9 May 2031"], PLACES).city).toBeUndefined();
  });

  it("is open where only the date of issue is labelled, or a letter is dated", () => {
    expect(read(["DATE: MAY 5, 2031", "Nets Committee"], PLACES).opensOn).toBeUndefined();
    expect(read(["Nets Committee", "Rome", "5 May 2031"], PLACES).opensOn).toBeUndefined();
  });

  it.each([
    ["Rome, République togolaise, 5-9 mai 2031", "Rome"],
    ["Rome, les 5 et 6 mai 2031", "Rome"],
    ["10.ª Asamblea de Redes Palais des Nations, Rome, 5-9 de mayo de 2031", "Rome"],
    ["2031年5月5日至9日，罗马和在线", "罗马"],
    ["NETS COMMISSION Heads of Delegation 36 th Meeting Rome, Finland, 5-6 May 2031 Page 1", "Rome"],
    ["Third meetingRome (to be confirmed), Canada, 9-14 May 2031", "Rome"],
    ["Rome: 5-9 May 2031", "Rome"],
  ])("stands behind its place with the kind of its country, and beside how else it is held: %s", (line, city) => {
    expect(read([line], PLACES).city).toBe(city);
  });
});
