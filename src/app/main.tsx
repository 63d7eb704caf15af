import './design/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { browserMachine } from './browserMachine';
import { showTheme, systemIsDark, themeOf } from './shell/theme';
import { AppProvider } from './store/AppContext';
import { createApp } from './store/app';

const app = createApp(browserMachine());
showTheme(themeOf(app.store.getState().preferences.theme, systemIsDark()));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id "root"');
createRoot(root).render(
  <AppProvider app={app}>
    <App />
  </AppProvider>,
);
