import './design/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { browserMachine, fetchBytes } from './browserMachine';
import { addressArrival } from './sharing/addressArrival';
import { showTheme, systemTheme, themeOf } from './shell/theme';
import { AppProvider } from './store/AppContext';
import { createApp } from './store/app';

const machine = browserMachine();
const app = createApp(machine, await addressArrival(new URL(location.href), machine.examples, fetchBytes));
// A link that is pasted into the address bar of this page changes only what follows the '#'.
window.addEventListener('hashchange', () => location.reload());

showTheme(themeOf(app.store.getState().preferences.theme, systemTheme()));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id "root"');
createRoot(root).render(
  <AppProvider app={app}>
    <App />
  </AppProvider>,
);
