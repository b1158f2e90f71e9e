/**
 * Is this a switch of Chromium, Electron or Node, which goes on to them? There are some two thousand, and others in each version: whole
 * families are known by how they begin, those without a family by their name.
 *
 * @param {string} name with its dashes and without a value
 */
export function isChromiumSwitch(name) {
  return NAMES.has(name) || FAMILIES.some((family) => name.startsWith(family) && name.length > family.length);
}

const FAMILIES = [
  ...['--enable-', '--disable-', '--force-', '--use-', '--allow-', '--ignore-', '--unsafely-', '--experimental-'],
  ...['--ozone-', '--wayland-', '--x11-', '--gtk-', '--gpu-', '--gl-', '--angle-', '--vulkan-', '--webgpu-', '--skia-'],
  ...['--remote-debugging-', '--remote-allow-', '--inspect-', '--trace-', '--log-', '--crash-', '--net-log-', '--js-'],
  ...['--proxy-', '--host-', '--auth-', '--ssl-', '--webrtc-', '--dns-', '--blink-', '--renderer-'],
  ...[
    '--field-trial-',
    '--variations-',
    '--origin-',
    '--window-',
    '--touch-',
    '--font-',
    '--max-',
    '--min-',
    '--audio-',
  ],
  ...['--video-', '--alsa-', '--default-', '--stack-', '--abort-', '--report-', '--squirrel-'],
];

const NAMES = new Set([
  // Words that are no family, since a mistake may begin like them.
  ...['--no-sandbox', '--no-zygote', '--no-zygote-sandbox', '--no-first-run', '--no-default-browser-check'],
  ...['--no-proxy-server', '--no-experiments', '--no-pings', '--no-startup-window', '--no-service-autorun'],
  ...['--no-deprecation', '--no-warnings', '--no-pre-read-main-dll', '--no-v8-untrusted-code-mitigations'],
  ...['--sandbox', '--headless', '--single-process', '--in-process-gpu', '--process-per-site', '--process-per-tab'],
  ...['--site-per-process', '--isolate-origins', '--incognito', '--lang', '--accept-lang', '--v', '--vmodule'],
  ...['--autoplay-policy', '--password-store', '--test-type', '--high-dpi-support', '--display', '--name'],
  ...['--class', '--start-maximized', '--start-fullscreen', '--kiosk', '--mute-audio', '--hide-scrollbars'],
  ...['--disk-cache-dir', '--disk-cache-size', '--media-cache-size', '--crash-dumps-dir', '--user-agent', '--app-id'],
  ...['--export-tagged-pdf', '--noerrdialogs', '--profile-directory', '--time-zone-for-testing', '--type'],
  ...['--inspect', '--expose-gc', '--expose-internals', '--require', '--import', '--preserve-symlinks', '--prof'],
  ...['--throw-deprecation', '--title', '--cpu-prof', '--heap-prof', '--tls-min-v1.2', '--tls-min-v1.3'],
  // What updaters and the start of a second one add on their own.
  ...['--updated', '--original-process-start-time', '--relauncher', '--uitest-mode', '--gapplication-service'],
]);
