import type { DraftMessages } from "../draft-messages.ts";

export const CHINESE_DRAFTS: DraftMessages = {
  title: "草稿",
  prepare: "仅作准备：指令暂存，不予发送",
  preparer: "由您准备，由同事发送：指令暂存于此。",
  putAside: "存为草稿",
  none: "没有暂存的内容。",
  makeLink: "生成链接",
  link: "草稿链接",
  qr: "草稿的二维码",
  hint: "在控制台打开链接者可看到将有何变化，并可发送。其内容并不保密。",
  open: "查看并发送",
  remove: "移除",
  handed: "同事准备的草稿",
};
