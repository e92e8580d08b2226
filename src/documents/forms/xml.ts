import { parseDocument } from "htmlparser2";

/** An element of an XML file, with its names as printed ("w:p"). */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

type Node = ReturnType<typeof parseDocument>["children"][number];

/** Nothing that a person writes is nested deeper. */
const DEEPEST = 120;

const readNode = (node: Node, depth: number): readonly Element[] => {
  if (!("attribs" in node) || depth > DEEPEST) return [];
  return [
    {
      name: node.name,
      attributes: node.attribs,
      children: node.children.flatMap((child) => readNode(child, depth + 1)),
      text: node.children.map((child) => ("data" in child ? child.data : "")).join(""),
    },
  ];
};

/** The root of an XML file; without a file, an element that holds nothing. */
export const parseXml = (source: string | undefined): Element => {
  const [root] = source === undefined ? [] : parseDocument(source, { xmlMode: true }).children.flatMap((node) => readNode(node, 0));
  return root ?? { name: "", attributes: {}, children: [], text: "" };
};

export const findChild = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((found, name) => found?.children.find((child) => child.name === name), element);

export const findChildren = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** All elements of a name, at any depth, in order. */
export const findAll = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
