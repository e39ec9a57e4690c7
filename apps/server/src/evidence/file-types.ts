/** What evidence may be: documents and pictures, nothing that runs. By the ending of the file's name. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
} as const

export type FileEnding = keyof typeof FILE_TYPES
export type FileType = (typeof FILE_TYPES)[FileEnding]

export const ENDINGS = Object.keys(FILE_TYPES).join(', ')

/** Office documents are archives of files. */
const ARCHIVES: readonly string[] = ['docx', 'xlsx', 'pptx', 'odt', 'ods'] satisfies FileEnding[]
export const isArchive = (ending: FileEnding): boolean => ARCHIVES.includes(ending)

/** The ending that a file's name promises; undefined where it is none of ours. */
export const endingOf = (fileName: string): FileEnding | undefined => {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(FILE_TYPES, ending) ? (ending as FileEnding) : undefined
}

/** What browsers say of a file when they do not know better, and of a CSV where a spreadsheet programme is installed. */
const VAGUE = ['', 'application/octet-stream']
const OF_TEXTS = ['text/plain', 'text/csv', 'application/csv', 'application/vnd.ms-excel']

/** True when the type that was declared may be said of a file of this type. */
export const agrees = (type: FileType, declared: string): boolean => {
  const said = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  return said === type || VAGUE.includes(said) || (type.startsWith('text/') && OF_TEXTS.includes(said))
}
