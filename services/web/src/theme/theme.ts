import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The one accent: a calm green-blue. Shade 7 on white and shade 3 on the dark surface both pass AA for text. */
const accent: MantineColorsTuple = [
  '#e9f5f4',
  '#d2e8e6',
  '#a5d3cf',
  '#6fc0b8',
  '#3fa59d',
  '#238a82',
  '#15786f',
  '#0f6b66',
  '#0a5551',
  '#06403d',
];

const neutralDark: MantineColorsTuple = [
  '#e6e9ea',
  '#c3c9cc',
  '#a3abaf',
  '#7f888d',
  '#4a5358',
  '#353d41',
  '#272d30',
  '#1c2124',
  '#15181a',
  '#0f1213',
];

/** Mantine picks a filled button's text for the light shade; on the lighter accent of the dark scheme white fails AA. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = (input.color ?? input.theme.primaryColor) === 'accent';
  return input.variant === 'filled' && isAccent
    ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
    : colors;
};

export const theme = createTheme({
  variantColorResolver,
  colors: { accent, dark: neutralDark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    CloseButton: { defaultProps: { size: 44, iconSize: 20 } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, multiline: true } },
  },
});
