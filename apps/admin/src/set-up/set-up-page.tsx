import { Page } from '../ui/page.tsx'

export const SetUpPage = () => <Page title="SetUpPage">…</Page>
