/** `PLENARY_OPERATOR_KEY` holds one secret, or several while the operator goes over from one to another. */
export const splitSecrets = (setting: string): readonly string[] => setting.split(/\s+/).filter(Boolean);
