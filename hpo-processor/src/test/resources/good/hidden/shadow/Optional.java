package good.shadow;

class Optional {}
