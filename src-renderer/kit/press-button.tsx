import type { MouseEvent, ReactNode } from 'react';

export interface PressButtonProps {
  /** The accessible name; what is drawn on the button is not read out. */
  readonly name: string;
  readonly onPress: (event: MouseEvent) => void;
  readonly className?: string;
  readonly disabled?: boolean;
  /** For a button that stays pressed: whether it is. */
  readonly pressed?: boolean | undefined;
  /** What is to be said of it besides its name. */
  readonly description?: string | undefined;
  /** Drawn as pushed in, because its key on the computer's keyboard is. */
  readonly held?: boolean;
  readonly children?: ReactNode;
}

/** A button of a machine: named, pressed with mouse, finger or keyboard, and never left focused by the mouse. */
export function PressButton({
  name,
  onPress,
  className = '',
  disabled = false,
  pressed,
  description,
  held = false,
  children,
}: PressButtonProps) {
  return (
    <button
      type="button"
      className={`press-button ${className}`}
      aria-label={name}
      aria-pressed={pressed}
      aria-description={description}
      disabled={disabled}
      data-held={held ? '' : undefined}
      onMouseDown={leaveFocus}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/**
 * Who presses with the mouse expects Enter and Escape to go on working for the whole page, not for the button pressed last.
 */
function leaveFocus(event: MouseEvent): void {
  event.preventDefault();
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}
