package good.shadow;

class Math {}
