import { expect, test } from 'vitest'
import { linkIn } from './link-in.ts'

test('an address apart from the words around it', () => {
  expect(linkIn('KS 2014, https://ks.no/a-b.html, read in 2015')).toEqual({
    before: 'KS 2014, ',
    url: 'https://ks.no/a-b.html',
    after: ', read in 2015',
  })
  expect(linkIn('See http://a.se/x.').url).toBe('http://a.se/x')
  expect(linkIn('A report in print')).toEqual({ before: 'A report in print', url: null, after: '' })
})
