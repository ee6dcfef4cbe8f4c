package good.shadow;

class KindSpace {}
