/** Whether a click is not the second of a double one, which would hit what has just come to stand there. */
export const isFirstTap = ({ detail }: MouseEvent): boolean => detail < 2;
