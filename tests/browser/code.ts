import jsqr from "jsqr";
import type { Locator } from "playwright-core";

/** What a camera reads off the screen where a QR code is shown; undefined where it reads nothing. */
export const readCode = async (image: Locator): Promise<string | undefined> => {
  const screenshot = (await image.screenshot()).toString("base64");
  const { pixels, width, height } = await image.page().evaluate(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0))]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { pixels: [...data], width: bitmap.width, height: bitmap.height };
  }, screenshot);
  return jsqr.default(Uint8ClampedArray.from(pixels), width, height)?.data;
};
