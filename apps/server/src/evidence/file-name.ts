import { isStorableText } from '../storable.ts'

const MOST = 120

/**
 * A file's name without what could lead elsewhere or show as something else: no folders, no control characters, none that
 * turn the direction of writing, no dot at the beginning. The ending stays.
 */
export function cleanName(given: string): string {
  const name = (isStorableText(given) ? given : '')
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/["<>:|?*]/g, '_')
    .replace(/^[\s.]+/, '')
    .trim()
  const ending = /\.[a-z]{1,5}$/i.exec(name)?.[0] ?? ''
  const stem = [...name.slice(0, name.length - ending.length)].slice(0, MOST - ending.length).join('')
  return `${stem || 'file'}${ending}`
}

/** Saves, never shows; the name in the encoding that every browser reads. */
export const asAttachment = (fileName: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`
