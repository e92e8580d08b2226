import { nameFrom } from "../calendar.ts";
import { afterHalf, joinEnds, onClock } from "../clock.ts";
import type { Day, Words } from "../words.ts";

const weekday = nameFrom("星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(" "));
const numeral = nameFrom("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八".split(" "));
const date = ({ month, day }: Day): string => `${month}月${day}日`;
const units = (time: number): string => `${Math.floor(time / 60)}时${time % 60 === 0 ? "" : `${time % 60}分`}`;
const characters = (time: number): string =>
  `${numeral(Math.floor(time / 60))}时${({ 15: "十五分", 30: "三十分", 45: "四十五分" } as Record<number, string>)[time % 60] ?? ""}`;

/** "2031年6月2日至4日": what both ends share stands once. */
const span =
  (join: string) =>
  (from: Day, to: Day): string => {
    const end = from.year !== to.year ? `${to.year}年${date(to)}` : from.month === to.month ? `${to.day}日` : date(to);
    return `${from.year}年${date(from)}${join}${end}`;
  };

export const CHINESE: Words = {
  bodies: ["渔网委员会", "港口委员会", "锚地工作组", "灯笼公约缔约方会议", "执行局", "引航员大会", "珊瑚礁保护委员会", "潮汐与洋流理事会"],
  parents: ["港口组织", "世界灯笼联盟"],
  cities: [
    ["维也纳", "奥地利"],
    ["内罗毕", "肯尼亚"],
    ["布宜诺斯艾利斯", "阿根廷"],
    ["日内瓦", "瑞士"],
    ["曼谷", "泰国"],
    ["罗马", "意大利"],
  ],
  sessions: "二 三 四 五 六 七 八 九 十".split(" ").map((nth) => `第${nth}届会议`),
  sessionOf: (session, body) => `${body}${session}`,
  opening: ["会议开幕", "通过议程", "选举主席团成员"],
  matters: [
    "渔网公约的现况",
    "浅水锚地",
    "秘书处关于灯笼的报告",
    "浮标：经验教训和今后步骤",
    "预算（2032-2033年）",
    "与其他组织的合作",
    "关于缆绳的第4/2号决定的执行情况",
    "港口费（二读）",
    "引航员的培训，包括在小港口的培训",
    "下届会议的日期和地点",
    "审查关于在海上遗失的渔网和其他渔具的标识的规则以及防止此类遗失的措施的执行情况和今后的工作",
    "潮汐",
    "观察员的发言",
  ],
  closing: ["其他事项", "通过报告"],
  parts: ["旧渔网", "新渔网", "渔网的标识", "费用", "缆绳工作组的报告", "海上试验", "备件", "软木的使用"],
  agendaHeadings: ["临时议程", "议程", "议程草案", "附加说明的临时议程", "临时议程和说明"],
  timetableHeadings: ["工作安排", "时间表", "拟议工作安排", "会议日程", "附件：会议时间表"],
  annotationsHeading: "说明",
  annotation: "秘书处将就此事项向各代表团提交一份说明。",
  cover: "本文件由秘书处根据议事规则第8条编写。",
  place: "地点",
  date: "日期",
  document: "文件",
  original: "原文：中文",
  page: (number) => `第${number}页`,
  timeColumn: "时间",
  itemColumn: "议程项目",
  item: "项目",
  items: "项目",
  agendaItem: "议程项目",
  agendaItems: "议程项目",
  and: "和",
  comma: "、",
  pause: "，",
  continued: "续",
  letters: "abcd",
  opens: (day, hours) => `会议将于${day}开幕，开会时间为${hours}。`,
  room: "第三会议室",
  morning: "上午",
  afternoon: "下午",
  lunch: "午休",
  coffee: "茶歇",
  plenary: "全体会议",
  sitting: (nth) => `第${numeral(nth)}次会议`,
  hours: {
    "10:00-13:00": joinEnds(onClock(":", 2), "-"),
    上午10时至下午1时: joinEnds(afterHalf("上午", "下午", units), "至"),
    "上午10:00至下午1:00": joinEnds(afterHalf("上午", "下午", onClock(":")), "至"),
    "10时至13时": joinEnds(units, "至"),
    "10:00至13:00": joinEnds(onClock(":"), "至"),
    "上午 10 时至下午 1 时": joinEnds(
      afterHalf("上午 ", "下午 ", (time) => units(time).replaceAll(/(\d+)/g, "$1 ").trim()),
      "至",
    ),
    上午十时至下午一时: joinEnds(afterHalf("上午", "下午", characters), "至"),
    "10:00–13:00": joinEnds(onClock("："), "–"),
  },
  days: {
    "2031年6月2日星期一": (day) => `${day.year}年${date(day)}${weekday(day.weekday)}`,
    "6月2日星期一": (day) => date(day) + weekday(day.weekday),
    "6月2日（星期一）": (day) => `${date(day)}（${weekday(day.weekday)}）`,
    "星期一，6月2日": (day) => `${weekday(day.weekday)}，${date(day)}`,
    "6月2日，星期一": (day) => `${date(day)}，${weekday(day.weekday)}`,
    "2031 年 6 月 2 日，星期一": (day) => `${day.year} 年 ${day.month} 月 ${day.day} 日，${weekday(day.weekday)}`,
    "2031年6月2日": (day) => `${day.year}年${date(day)}`,
    星期一: (day) => weekday(day.weekday),
  },
  spans: {
    "2031年6月2日至4日": span("至"),
    "2031年6月2日-4日": span("-"),
    "2031年6月2日—4日": span("—"),
    "2031 年 6 月 2 日至 4 日": (from, to) => span("至")(from, to).replaceAll(/(\d+)/g, " $1 ").trim(),
  },
};
