/** Shown where the browser can hand a page on (`src/browser/share.ts`). */
export const ShareButton = ({ label }: { readonly label: string }) => (
  <button type="button" data-share hidden>
    {label}
  </button>
);
