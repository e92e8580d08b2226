import type { KeysMessages } from "../keys-messages.ts";

export const CHINESE_KEYS: KeysMessages = {
  title: "谁可在此发送",
  noEnd: "无期限。",
  until: "有效期至 {time}。",
  neverUsed: "尚未使用。",
  lastUsed: "最近使用：{time}。",
  meeting: "仅限会议 {meeting}。",
  invites: "尚无人接受的邀请",
  sure: "确认撤销",
  operator: "运营者",
  sentBy: "发送者：{name}",
  label: "归谁使用（供同事辨认）",
};
