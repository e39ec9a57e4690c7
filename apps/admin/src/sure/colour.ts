/** Of everything that runs say; what the rubric itself says is drawn in ink. */
export const SURE_COLOUR = '#0072b2'
