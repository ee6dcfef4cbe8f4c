package good.shadow;

@interface GeneratedSpace {}
