package good.shadow;

class String {}
