import { useState } from "preact/hooks";

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

/** Lets files be dropped onto an element: text that is dragged goes where it would go anyway. */
export const useDroppedFiles = (onDrop: (files: FileList) => void) => {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        const { currentTarget, relatedTarget } = event;
        const isWithin = currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!isWithin) setOver(false);
      },
      onDrop: (event: DragEvent): void => {
        setOver(false);
        if (!event.dataTransfer || !holdsFiles(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.files);
      },
    },
  };
};
