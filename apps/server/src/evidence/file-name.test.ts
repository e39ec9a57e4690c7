import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAttachment, cleanName } from './file-name.ts'

test('a name keeps its letters and its ending, and loses what leads elsewhere or hides', () => {
  const names: [given: string, kept: string][] = [
    ['Årsplan 2014 (vedtatt).pdf', 'Årsplan 2014 (vedtatt).pdf'],
    ['../../etc/plan.pdf', 'plan.pdf'],
    ['C:\\mine\\plan.pdf', 'plan.pdf'],
    ['..plan.pdf', 'plan.pdf'],
    ['plan\r\nX: y.pdf', 'planX_ y.pdf'],
    ['plan\u202efdp.exe.pdf', 'planfdp.exe.pdf'],
    ['a\0b.pdf', 'file'],
    ['', 'file'],
    ['/', 'file'],
    [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(116)}.pdf`],
  ]
  expect(names.map(([given]) => cleanName(given))).toEqual(names.map(([, kept]) => kept))
})

test('whatever a file is called, its name is one line of a header and no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), given => {
      const name = cleanName(given)
      expect(/[/\\\p{Cc}]/u.test(name) || name === '' || name.startsWith('.')).toBe(false)
      expect(asAttachment(name)).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/)
      expect(cleanName(name)).toBe(name)
    }),
  )
})
