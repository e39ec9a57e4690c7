import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { Refusal } from '../refusal.ts'
import { checkArchive } from './check-archive.ts'
import { agrees, ENDINGS, endingOf, FILE_TYPES, type FileType, isArchive } from './file-types.ts'

/**
 * The type of a file by its content, once its name, what was declared and what it holds agree.
 *
 * @throws Refusal `bad-input`
 */
export async function checkFile(
  path: string,
  { fileName, declared }: { fileName: string; declared: string },
): Promise<FileType> {
  const ending = endingOf(fileName)
  if (ending === undefined) throw refuse(`A file of this kind is not taken. Allowed: ${ENDINGS}.`)
  const type = FILE_TYPES[ending]
  if (!agrees(type, declared))
    throw refuse(`The file is called .${ending} and was sent as ${declared.slice(0, 100)}.`)
  // Before anything else looks into it.
  if (isArchive(ending)) await checkArchive(path)
  const found = await fileTypeFromFile(path)
  if (type.startsWith('text/')) {
    if (found !== undefined || !(await isPlainText(path)))
      throw refuse(`The file is called .${ending} and does not hold plain text.`)
  } else if (found?.mime !== type)
    throw refuse(`The file is called .${ending} and holds ${found ? `.${found.ext}` : 'something else'}.`)
  return type
}

const refuse = (message: string) => new Refusal('bad-input', message, { path: 'file' })

/** What a browser could take for a page or a script begins so. */
const MARKUP = /^\s*<(!doctype|\?xml|html|head|body|script|svg|iframe|meta|style|a\s|img|!--)/i
const SCRIPT = /^#!/

/** Text in UTF-8 or an encoding of one byte a letter: no control characters, and no page or script. */
async function isPlainText(path: string): Promise<boolean> {
  await using file = await open(path)
  let first = true
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    const bytes = chunk as Buffer
    if (bytes.some(isControl)) return false
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
    if (first && (MARKUP.test(text) || SCRIPT.test(text))) return false
    first = false
  }
  return true
}

/** All below the space but tabulators, line breaks and page breaks. */
const isControl = (byte: number): boolean => byte < 32 && !(byte >= 9 && byte <= 13)
