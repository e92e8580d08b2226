import { renderSVG } from "uqr";

/** An address as a QR code (ISO/IEC 18004), an SVG of its own: black on white, or cameras read it badly in the dark. */
export const renderQrCode = (address: string): string => renderSVG(address, { ecc: "M", border: 4 });
