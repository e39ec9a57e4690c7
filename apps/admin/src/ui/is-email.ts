/** Roughly: the server asks more exactly. */
export const isEmail = (text: string): boolean => /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/.test(text.trim())
