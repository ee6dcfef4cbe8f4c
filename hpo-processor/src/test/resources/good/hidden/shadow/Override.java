package good.shadow;

@interface Override {}
