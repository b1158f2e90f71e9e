/** One panel at the top: the windows, and the icons of running programs. */
export const PANEL_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="systray"/>
  </property>
</channel>
`;

/**
 * dunst shows the buttons of a notification in a menu of another program: here one that chooses what stands in a file.
 *
 * @param chosen the file
 */
export const dunstSettings = (chosen: string): string => `[global]
    dmenu = /bin/sh -c 'grep -F "#$(cat ${chosen}) "'
    font = Sans 11
    markup = full
    width = 360
    icon_corner_radius = 0
    max_icon_size = 64
    history_length = 100
`;
