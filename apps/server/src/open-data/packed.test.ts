import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, PackedCache, pack } from './packed.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['deflate', 'identity'],
])('a client that accepts %s is sent %s', (accepts, encoding) => {
  expect(encodingFor(accepts)).toBe(encoding)
})

test('every encoding holds the same text', async () => {
  const text = 'Sørum '.repeat(500)
  const { bytes } = await pack(text, { etag: '"a"', contentType: 'text/plain' })
  expect([bytes.identity, gunzipSync(bytes.gzip), brotliDecompressSync(bytes.br)].map(String)).toEqual([
    text,
    text,
    text,
  ])
})

test('a body is packed once while it is kept, and a failure is not kept', async () => {
  const cache = new PackedCache(2)
  let made = 0
  const make = () => pack(`${++made}`, { etag: '', contentType: '' })
  const text = async (key: string) => String((await cache.get(key, make)).bytes.identity)
  expect(await Promise.all([text('a'), text('a')])).toEqual(['1', '1'])
  expect([await text('b'), await text('a'), await text('c'), await text('a'), await text('b')]).toEqual([
    '2',
    '1',
    '3',
    '1',
    '4',
  ])
  await expect(cache.get('d', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
  expect(await text('d')).toBe('5')
})
