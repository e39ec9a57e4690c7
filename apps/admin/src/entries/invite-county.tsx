import { Select } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { Problem } from '../ui/states.tsx'

type Props = { round: Round; county: string; choose: (county: string) => void }

/** The counties of the round's country on its reference date. */
export function InviteCounty({ round, county, choose }: Props) {
  const { t } = useTranslation('entries')
  const counties = useQuery(trpc.entries.counties.queryOptions({ round: round.id }))
  if (counties.isError) return <Problem error={counties.error} retry={() => counties.refetch()} />
  return (
    <FilterChoice label={t('county')} value={county} choose={id => choose(id ?? '')}>
      <Select.Option value="">{t('invite.chooseCounty')}</Select.Option>
      {counties.data?.map(({ id, name }) => (
        <Select.Option key={id} value={id}>
          {name}
        </Select.Option>
      ))}
    </FilterChoice>
  )
}
