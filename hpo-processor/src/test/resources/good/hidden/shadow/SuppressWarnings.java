package good.shadow;

@interface SuppressWarnings {}
