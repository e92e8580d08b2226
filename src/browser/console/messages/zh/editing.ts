import type { EditingMessages } from "../editing-messages.ts";

export const CHINESE_EDITING: EditingMessages = {
  lines: "逐行对照文件",
  onlyOpen: "只看略去或存疑之处",
  change: "更改",
  isNow: "这是",
  kinds: { slot: "一次会议", item: "一个项目", nothing: "与日程无关" },
  number: "编号",
  hourHint: "留空则时间待定",
  itemsHint: "按文件所印，如 4 (续), 5",
  save: "照此读取",
  undo: "撤销上一处更改",
  addSlot: "增加一次会议",
  addItem: "增加一个项目",
  uses: {
    field: "会议本身",
    heading: "标题",
    day: "日期",
    annotation: "项目 {item} 的说明",
    document: "文件 {symbol}",
    said: "按您所说",
    leftOut: "略去",
  },
  asNew: "此文件视为另一届会议的文件，将作为新的会议，{id}：{title}",
  asKnown: "此文件视为当前会议的文件。",
  isNew: "这是另一届会议",
  isKnown: "这是当前会议",
};
