import type { EndpointMessages } from "../endpoint-messages.ts";

export const CHINESE_ENDPOINTS: EndpointMessages = {
  title: "即时获得通知的系统",
  hint: "每项变更都会在数秒内签名发送给这些系统：镜像、通讯软件的中继、网站。绝不发送到代表的地址。",
  none: "尚无系统获得通知。",
  name: "名称",
  nameHint: "小写字母、数字和连字符。已有的名称将采用新地址。",
  address: "地址",
  add: "添加",
  byItself: "邮件列表：今明两天的时间、地点变更和取消自动发送",
  allMeetings: "所有会议",
  well: "均已送达。",
  waiting: "等待发送：{waiting}。",
  failing: "失败次数：{failures}，将再次尝试：{why}。",
  ended: {
    gone: "已终止：接收方不再接收。重新添加即可恢复。",
    unreachable: "已终止：75小时内均未送达。重新添加即可恢复。",
    "too-far-behind": "已终止：等待发送的消息过多。重新添加即可恢复。",
  },
  test: "测试",
  taken: "测试消息已送达。",
  notTaken: "测试消息未送达：{why}。",
  showSecret: "显示密钥",
  remove: "删除",
  removeSure: "删除，包括所有等待发送的消息",
};
