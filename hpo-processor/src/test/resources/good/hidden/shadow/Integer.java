package good.shadow;

class Integer {}
