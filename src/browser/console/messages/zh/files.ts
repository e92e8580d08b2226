import type { FileMessages } from "../file-messages.ts";

export const CHINESE_FILES: FileMessages = {
  choose: "或选择其文件",
  hint: "也可以将文件拖放到此处：.docx、.pdf、.xlsx、.csv、.html 或文本。文件不会离开本浏览器。",
  reading: "正在读取文件…",
  oneOnly: "一次只能读取一份文件：请拖放一个文件。",
  notLoaded: "无法加载读取文件的程序。请在连接恢复后重试。",
  unread: {
    doc: "这是旧版文字处理软件的文件（.doc 或 .xls）。请另存为 .docx、.xlsx 或文本，然后导入。",
    rtf: "这是 RTF 文件（.rtf）。请用文字处理软件打开，另存为 .docx，然后导入。",
    odt: "这是 OpenDocument 文件（.odt 或 .ods）。请另存为 .docx 或 .xlsx，然后导入。",
    image: "这是图片，图片无法读取。请找到该文件的 .docx、含文字的 .pdf 或 .html 版本，然后导入。",
    archive: "这是压缩文件。请解压缩，然后导入其中的文件。",
    binary: "这既不是文本，也不是已知格式的文件。请另存为 .docx、.pdf、.html 或文本，然后导入。",
    scan: "此 PDF 只有页面图像而没有文字：它是扫描件。请找到含文字的版本，或先进行文字识别，然后导入。",
    locked: "此 PDF 受保护，不能读取或复制。请将其打印为不受保护的 PDF，然后导入。",
    damaged: "此文件已损坏：内容不完整或缺少部分内容。请重新保存，然后导入。",
    "too-large": "此文件大于可读取的任何议程。请删除不属于议程的内容（图片、附件），然后导入其余部分。",
  },
};
