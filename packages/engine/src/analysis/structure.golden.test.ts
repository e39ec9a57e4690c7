import { describe, expect, test } from 'vitest'
import { golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { components } from './components.ts'
import { codesAtLevel, codesUnder, farthest, goldenTable, indicatorCodes } from './golden-tables.fixture.ts'
import { reliability } from './reliability.ts'

type Alphas = Record<string, [number]>
type Group = {
  iCodes: readonly string[]
  sdev: readonly number[]
  center: readonly number[]
  scale: readonly number[]
  rotation: { data: readonly (readonly number[])[] }
  var_explained: readonly number[]
}
type Reference = {
  cronbach: { Normalised_by_pillar: Alphas; Raw_by_pillar: Alphas } & Record<string, [number]>
  pca: Record<string, { groups: Record<string, Group> }> & {
    all49_normalised: Pick<Group, 'sdev' | 'rotation'>
  }
}

const reference = () => golden<Reference>('multivariate.json')

describe.skipIf(goldenIsAbsent)('as in COINr', () => {
  test('alpha of pillars, sub-indices and the index', () => {
    const { cronbach } = reference()
    const alphaOf = (set: string, codes: string[]) => reliability(goldenTable(set, codes)).alpha
    const pairs = [
      ...codesAtLevel(2).flatMap(pillar => [
        [alphaOf('Normalised', codesUnder(pillar)), cronbach.Normalised_by_pillar[pillar]?.[0]],
        [alphaOf('Raw', codesUnder(pillar)), cronbach.Raw_by_pillar[pillar]?.[0]],
      ]),
      [alphaOf('Normalised', indicatorCodes()), cronbach.Normalised_all?.[0]],
      [alphaOf('Aggregated', codesUnder('Conn')), cronbach.Aggregated_pillars_Conn?.[0]],
      [alphaOf('Aggregated', codesUnder('Sust')), cronbach.Aggregated_pillars_Sust?.[0]],
      [alphaOf('Aggregated', codesUnder('Index')), cronbach.Aggregated_subindex?.[0]],
    ] as [number, number][]
    expect(pairs).toHaveLength(20)
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })

  test.each([
    ['level1', 'Normalised'],
    ['level2', 'Aggregated'],
    ['level3', 'Aggregated'],
  ])('components of %s', (level, set) => {
    for (const { iCodes, sdev, center, scale, rotation, var_explained } of Object.values(
      reference().pca[level]?.groups as Record<string, Group>,
    )) {
      const ours = components(goldenTable(set, iCodes))
      const pairs = ours.components.flatMap(({ variance, share, loadings }, c) => {
        const theirs = rotation.data.map(row => row[c] as number)
        const way = Math.sign(loadings.reduce((sum, loading, i) => sum + loading * (theirs[i] as number), 0))
        return [
          [Math.sqrt(variance), sdev[c] as number],
          [share, var_explained[c] as number],
          ...theirs.map((loading, i) => [way * (loadings[i] as number), loading]),
        ] as [number, number][]
      })
      pairs.push(...iCodes.map((_, i): [number, number] => [ours.mean[i] as number, center[i] as number]))
      pairs.push(...iCodes.map((_, i): [number, number] => [ours.sd[i] as number, scale[i] as number]))
      expect(farthest(pairs)).toBeLessThan(1e-12)
    }
  })

  test('variances of components over the entries that have all numbers', () => {
    const groups = Object.values(reference().pca.raw_level1_naomit?.groups as Record<string, Group>)
    const pairs = groups.flatMap(({ iCodes, sdev }) =>
      components(goldenTable('Raw', iCodes)).components.map(
        ({ variance }, c) => [Math.sqrt(variance), sdev[c] as number] as const,
      ),
    )
    expect(pairs).toHaveLength(49)
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })

  test('components of all 49 indicators over 51 countries', () => {
    const { sdev, rotation } = reference().pca.all49_normalised
    const { rows } = rotation as unknown as { rows: string[] }
    const ours = components(goldenTable('Normalised', indicatorCodes()))
    const pairs = ours.components.flatMap(({ variance, loadings }, c) => {
      const theirs = rotation.data.map(row => row[c] as number)
      const way = Math.sign(loadings.reduce((sum, loading, i) => sum + loading * (theirs[i] as number), 0))
      return [
        [Math.sqrt(variance), sdev[c] as number],
        ...theirs.map((loading, i) => [way * (loadings[i] as number), loading]),
      ] as [number, number][]
    })
    expect(rows).toHaveLength(49)
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })
})
