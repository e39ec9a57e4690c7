/** The layers in which an answer stands, the later in place of the earlier: claimed, checked at a desk, found on a visit. */
export const LAYERS = ['claim', 'desk', 'visit'] as const
export type Layer = (typeof LAYERS)[number]

/**
 * One element per entry, in the order of the data: by question, the layer of the answer that stands. A question that
 * nobody answered or looked at is absent.
 */
export type AnswerLayers = readonly Readonly<Record<string, Layer>>[]
