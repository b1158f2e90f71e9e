/** Desktop Entry Specification, "The Exec key": arguments in double quotes, with what a shell would take for its own escaped. */
export function desktopEntry(command: readonly string[]): string {
  const quoted = command.map(
    (word) =>
      `"${word
        .replace(/["`$\\]/g, '\\$&')
        .replace(/\\/g, '\\\\')
        .replace(/%/g, '%%')}"`,
  );
  return `[Desktop Entry]\nType=Application\nName=Callback Phone\nExec=${quoted.join(' ')}\nX-GNOME-Autostart-enabled=true\n`;
}
