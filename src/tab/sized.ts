// A length that only the page's script knows; the page's policy allows no style in the markup itself.
import { ref } from 'lit/directives/ref.js';

/** For an element of a template: `<div ${sized('width', '40%')}>`. */
export function sized(side: 'width' | 'height', length: string): unknown {
  return ref((element) => {
    if (element instanceof HTMLElement) element.style[side] = length;
  });
}
