package good.shadow;

class dev {}
