package good.shadow;

class Boolean {}
