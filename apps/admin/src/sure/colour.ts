/** Of everything that runs say; what the rubric itself says is drawn in ink. */
export const SURE_COLOUR = '#0072b2'

/** Of a change by its kind, from the same palette; each has its shape as well. */
export const CHANGE_COLOUR = { less: '#d55e00', more: '#0072b2', other: '#6b7780' } as const
