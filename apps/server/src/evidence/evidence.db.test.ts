import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { MAX_UPLOAD } from '../http/sent-file.ts'
import { office, openDocument, PDF, PNG, SVG } from './files.fixture.ts'
import { type Place, placeOf, reasonOf } from './scene.ts'

eachDialect('evidence', open => {
  it('is kept as it was sent, and given back to be saved, by those who may read it', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { status, body } = await place.send(PDF, 'Plan for Oslo (vedtatt).pdf', { type: 'application/pdf' })
    expect([status, body]).toEqual([
      201,
      {
        id: body.id,
        question: 'plan',
        layer: 'claim',
        kind: 'file',
        title: 'Plan for Oslo (vedtatt).pdf',
        url: null,
        fileName: 'Plan for Oslo (vedtatt).pdf',
        size: PDF.length,
        checkedOn: null,
        at: body.at,
        author: { id: 'lead', name: 'lead by name' },
      },
    ])
    const given = await place.get(body.id)
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(PDF)
    expect(
      ['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options'].map(name =>
        given.headers.get(name),
      ),
    ).toEqual([
      'application/pdf',
      "attachment; filename*=UTF-8''Plan%20for%20Oslo%20%28vedtatt%29.pdf",
      "default-src 'none'; sandbox",
      'nosniff',
    ])
    const helper = await place.seat('helper', 'contributor', { entry: place.entry })
    const other = await place.seat('other', 'lead', { entry: place.entries.Asker! })
    const desk = await place.seat('desk', 'desk')
    const readers = [helper, other, desk, place.someone(place.rival), place.someone(place.stranger)]
    const answers = []
    for (const reader of readers) answers.push((await place.get(body.id, reader)).status)
    expect(answers).toEqual([200, 404, 404, 404, 401])
    // Word for word what is said of one that does not exist.
    const words = async (id: string) =>
      ((await (await place.get(id, other)).json()) as { message: string }).message.replace(id, 'it')
    expect(await words(body.id)).toBe(await words('nothing'))
  })

  it.each([
    ['picture.png', PNG, 'image/png'],
    ['notes.txt', strToU8('Vedtatt i kommunestyret.\r\n'), 'text/plain'],
    ['table.csv', strToU8('\ufeffår;andel\n2014;40\n'), 'application/vnd.ms-excel'],
    ['plan.docx', office('docx'), ''],
    [
      'plan.DOCX',
      office('docx', { 'word/embeddings/sheet.xlsx': office('xlsx') }),
      'application/octet-stream',
    ],
    ['sheet.xlsx', office('xlsx'), ''],
    ['talk.pptx', office('pptx'), ''],
    ['plan.odt', openDocument('text'), ''],
    ['sheet.ods', openDocument('spreadsheet'), ''],
  ])('takes %s', async (name, bytes, type) => {
    await using database = await open()
    await using place = await placeOf(database)
    expect((await place.send(new Uint8Array(bytes), name, { type })).status).toBe(201)
  })

  it.each([
    ['a page', 'page.html', strToU8('<html></html>'), { message: 'A file of this kind is not taken' }],
    [
      'a drawing that can hold scripts',
      'drawing.svg',
      SVG,
      { type: 'image/svg+xml', message: 'A file of this kind is not taken' },
    ],
    [
      'the same as text',
      'drawing.txt',
      SVG,
      { type: 'text/plain', message: 'The file is called .txt and does not hold plain text' },
    ],
    [
      'a page as text',
      'page.csv',
      strToU8('\n <!DOCTYPE html>'),
      { message: 'The file is called .csv and does not' },
    ],
    [
      'a script as text',
      'run.txt',
      strToU8('#!/bin/sh\n'),
      { message: 'The file is called .txt and does not hold' },
    ],
    [
      'bytes as text',
      'run.txt',
      new Uint8Array([77, 90, 0, 1, 2]),
      { message: 'The file is called .txt and does not' },
    ],
    ['a picture as a document', 'plan.pdf', PNG, { message: 'The file is called .pdf and holds .png' }],
    [
      'another declared type',
      'plan.pdf',
      PDF,
      { type: 'text/html', message: 'The file is called .pdf and was sent as text/html' },
    ],
    [
      'a sheet as a letter',
      'plan.docx',
      office('xlsx'),
      { message: 'The file is called .docx and holds .xlsx' },
    ],
    ['no archive at all', 'plan.docx', PDF, { message: 'The file cannot be read as a document' }],
    ['an archive', 'plan.zip', zipSync({ a: PDF }), { message: 'A file of this kind is not taken' }],
    [
      'an archive in it',
      'plan.docx',
      office('docx', { 'a.zip': PDF }),
      { message: 'The file holds another archive' },
    ],
    [
      'macros',
      'plan.docx',
      office('docx', { 'word/vbaProject.bin': PDF }),
      { message: 'The file holds macros' },
    ],
    [
      'a bomb',
      'plan.docx',
      office('docx', { a: new Uint8Array(64e6) }),
      { message: 'The file would unpack to far more' },
    ],
    ['no ending', 'plan', PDF, { message: 'A file of this kind is not taken' }],
    ['nothing', 'plan.pdf', new Uint8Array(), { message: 'The file is empty' }],
  ])(
    'refuses %s, and stores nothing',
    async (_, name, bytes, { message, ...more }: { type?: string; message: string }) => {
      await using database = await open()
      await using place = await placeOf(database)
      const sent = await place.send(new Uint8Array(bytes), name, more)
      expect([sent.status, sent.body.code, sent.body.message?.slice(0, message.length)]).toEqual([
        400,
        'bad-input',
        message,
      ])
      expect([await place.files(), await database.db.selectFrom('upload').selectAll().execute()]).toEqual([
        [],
        [],
      ])
    },
  )

  it.each([
    ['by its length', 2 * MAX_UPLOAD],
    ['as it comes in', MAX_UPLOAD + 1],
  ])('refuses a file that is too large, %s, and stores nothing', async (_, size) => {
    await using database = await open()
    await using place = await placeOf(database)
    const sent = await place.send(new Uint8Array(size), 'plan.pdf')
    expect([sent.status, sent.body.code, await place.files()]).toEqual([413, 'too-large', []])
  })

  it('keeps the name of a file and nothing that leads elsewhere', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const names = ['../../etc/plan.pdf', 'C:\\x\\plan.pdf', '\u202efdp.plan.pdf']
    const kept = []
    for (const name of names) kept.push((await place.send(PDF, name)).body.fileName)
    expect(kept).toEqual(['plan.pdf', 'plan.pdf', 'fdp.plan.pdf'])
    expect((await place.files()).every(name => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
  })

  it('is added where one answers, while one answers, to questions that ask for it', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { round, entry } = place
    const helper = await place.seat('helper', 'contributor', { entry, sections: ['Services'] })
    const other = await place.seat('other', 'lead', { entry: place.entries.Asker! })
    const codes = async (...all: Parameters<Place['send']>[2][]) => {
      const got = []
      for (const one of all) got.push((await place.send(PDF, 'plan.pdf', one)).body.code)
      return got
    }
    expect(
      await codes(
        { as: place.someone(place.stranger) },
        { as: other },
        { as: helper },
        { as: place.someone(place.organiser) },
        { about: { layer: 'desk' } },
        { about: { layer: 'all' } },
        { about: { question: 'share' } },
        { about: { question: 'nothing' } },
        { about: { entry: 'nothing' } },
        { about: { extra: '1' } },
      ),
    ).toEqual([
      'sign-in-needed',
      'not-found',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'bad-input',
      'bad-input',
      'bad-input',
      'not-found',
      'bad-input',
    ])
    expect(await place.files()).toEqual([])
    const { id } = (await place.send(PDF, 'plan.pdf')).body
    await place.lead.api.answers.save({ round, entry, question: 'plan', value: 'yes', version: 0 })
    await place.lead.api.answers.submit({ round, entry })
    expect(await codes({})).toEqual(['wrong-state'])
    expect(await reasonOf(place.lead.api.evidence.remove({ round, entry, id }))).toMatchObject({
      code: 'wrong-state',
    })
    expect((await place.files()).length).toBe(1)
  })

  it('goes with its bytes when it is removed, by those whose answer it is', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { round, entry } = place
    const asker = place.entries.Asker!
    const other = await place.seat('other', 'lead', { entry: asker })
    const helper = await place.seat('helper', 'contributor', { entry, sections: ['Services'] })
    const { id } = (await place.send(PDF, 'plan.pdf')).body
    const refusals = [
      await reasonOf(other.api.evidence.remove({ round, entry: asker, id })),
      await reasonOf(other.api.evidence.remove({ round, entry, id })),
      await reasonOf(helper.api.evidence.remove({ round, entry, id })),
    ]
    expect(refusals.map(one => (typeof one === 'object' ? one.code : one))).toEqual([
      'not-found',
      'not-found',
      'not-allowed',
    ])
    await place.lead.api.evidence.remove({ round, entry, id })
    expect([await place.files(), (await place.get(id)).status]).toEqual([[], 404])
    expect(await database.db.selectFrom('upload').selectAll().execute()).toEqual([])
  })

  it('stays for as long as an answer has it, and goes a day after none has', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { id } = (await place.send(PDF, 'plan.pdf')).body
    const late = { ...place.lead.ctx, now: () => '2014-06-20T12:00:00.000Z' }
    await place.send(PNG, 'picture.png', { as: place.someone(late) })
    expect((await place.files()).length).toBe(2)
    await database.db.deleteFrom('evidence').where('id', '=', id).execute()
    await place.send(PNG, 'picture.png', { as: place.someone(late) })
    expect((await place.files()).length).toBe(2)
    expect((await place.get(id)).status).toBe(404)
  })

  it('is of a number that one can look through', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { round, entry, lead } = place
    const link = {
      round,
      entry,
      question: 'plan',
      layer: 'claim',
      title: 'Plan',
      checkedOn: '2014-06-01',
    } as const
    const add = (i: number) => lead.api.evidence.addLink({ ...link, url: `https://oslo.example/${i}` })
    for (let i = 0; i < 20; i++) await add(i)
    expect(await reasonOf(add(20))).toMatchObject({ code: 'wrong-state' })
    const { id } = (await place.send(PDF, 'story.pdf', { about: { question: 'story' } })).body
    await database.db
      .updateTable('upload')
      .set({ size: 500 * 1024 * 1024 })
      .execute()
    const full = await place.send(PDF, 'story.pdf', { about: { question: 'story' } })
    expect([typeof id, full.status, full.body.code, (await place.files()).length]).toEqual([
      'string',
      413,
      'too-large',
      1,
    ])
  })
})
