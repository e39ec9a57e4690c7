/** Pictures are read on white, on the screen, on paper and in a file, so their ink is fixed. */
export const INK = '#1f2933'
export const FAINT = '#52606d'
export const LINE = '#e4e7eb'
export const HALO = '#ffffff'

export const PICTURE_STYLE = { fontFamily: 'inherit', fontSize: '12px', color: INK, overflow: 'visible' }
