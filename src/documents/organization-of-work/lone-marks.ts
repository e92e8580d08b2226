const LONE_MARK = /^(?:\([a-zа-я]{1,4}\)|[a-zа-я]\)|[a-z]\.|[ivx]{1,4}[.)])$/u;

/** Cells with a mark that stands alone, "(a)" or "a.", before its title. */
export const joinMarks = (cells: readonly string[]): readonly string[] =>
  cells.map((cell, at) => {
    const before = cells.slice(0, at).findLast(Boolean) ?? "";
    if (LONE_MARK.test(cell) && cells.slice(at + 1).some(Boolean)) return "";
    return cell !== "" && LONE_MARK.test(before) ? `${before} ${cell}` : cell;
  });
