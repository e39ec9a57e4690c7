/** The first web address in a text, apart from what stands around it; the point that ends a sentence is not part of it. */
export const linkIn = (text: string): { before: string; url: string | null; after: string } => {
  const found = /https?:\/\/[^\s,;()]+[^\s,;().]/.exec(text)
  if (!found) return { before: text, url: null, after: '' }
  const [url] = found
  return { before: text.slice(0, found.index), url, after: text.slice(found.index + url.length) }
}
