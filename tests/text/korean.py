"""Korean report text without end, from a seed: titles, items, sentences with
what they are full of: names, amounts, dates, units, quotes, brackets, articles
of law, addresses, hanja, old and foreign letters."""
import random

PLACES = """대전광역시 서구 유성구 대덕구 중구 동구 세종시 충청북도 한밭수목원 엑스포과학공원 둔산동 원도심 도안신도시
국가산업단지 대덕연구개발특구 옛충남도청사 하수처리장 갑천 유등천 시립미술관 어린이집 경로당 전통시장""".split()
THINGS = """예산 사업 계획 조례 위원회 협의체 지원금 일자리 창업 주거 교통 안전 환경 복지 문화 체육 관광 인구 청년 노인 아동
장애인 소상공인 자영업자 중소기업 반도체 바이오헬스 우주항공 국방산업 로봇 드론 수소충전소 태양광 도시철도 광역철도
간선급행버스체계 지방공무원교육훈련계획 디지털트윈 미세먼지저감대책 탄소중립녹색성장기본계획 재난안전대책본부
통합돌봄서비스 공공기관이전 규제자유특구 도심융합특구 평생학습 도서관 박물관 공원 둘레길 하천 교량 상수도""".split()
VERBS = """추진 강화 확대 조성 건립 지원 개선 정비 발굴 육성 유치 구축 운영 점검 수립 시행 착수 완료 개최 협력 홍보 관리
활성화 내실화 고도화 체계화 제도화""".split()
ENDS = """하고자 하며 하여 함으로써 하는 한 할 수 있도록 중인 을 통해 를 위한 에 따라 에서도 까지는 뿐만 아니라""".split()
MODIFIERS = """지속 가능한 새로운 함께 만드는 시민이 체감하는 빈틈없는 촘촘한 더 나은 균형 있는 미래를 여는 선제적 적극적
맞춤형 찾아가는 전국 최초 국내 유일 단계별 분야별 연차별""".split()
PEOPLE = ["홍길동 시장", "김하나 의원", "故 이종수 화백", "고(故) 박두리 선생", "이세종 前 총장", "O. 헨리"]
UNITS = "명 원 개 동 석 평 건 곳 대 회 호 세대 위 배 층 년 개월 일 시간 km ㎡ ㎥ kW 톤 가구 개소 팀 필지 %p".split()
SCALES = ["", "", "", "천", "만", "백만", "억", "조"]
LATIN = ["AI", "SK온", "UAM", "IoT", "5G", "K-컬처", "Smart City", "e-스포츠", "R&D", "MICE", "GTX-A", "3D프린팅",
         "A4용지", "ChatGPT", "ESG경영", "CO2", "PM2.5", "B2B"]
LAWS = ["「지방자치법」", "「공익사업을 위한 토지 등의 취득 및 보상에 관한 법률」", "『대전시사』", "《한밭》", "〈특집〉",
        "「행정업무의 운영 및 혁신에 관한 규정」"]
ADDRESSES = ["https://www.daejeon.go.kr/kor/index.do?menu=3", "www.hanji.kr", "mail@hanji.go.kr",
             "https://data.go.kr/data/15012345/fileData.do"]
ODD = ["ᄒᆞᆫ글", "나랏〮말〯", "大田", "漢字", "許容", "①", "②", "㉮", "Ⅲ", "㈜한밭", "±0.5", "α", "N/A"]
PARTICLES = "은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 까지 부터 보다".split()
MARKERS = ["", "", "", "", "□ ", "○ ", "- ", "· ", "※ ", "① ", "1. ", "가. ", "1) ", "가) ", "(1) ", "(가) ", "㉮ ", "Ⅲ. "]


class Korean:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick = self.random.choice

    def chance(self, share):
        return self.random.random() < share

    def digits(self):
        number = self.random.randint(1, 10 ** self.random.randint(1, 7))
        return self.pick([f"{number:,}", f"{number}", f"{number / 10:.1f}", f"{number % 100}"])

    def amount(self):
        space = self.pick(["", " "])
        return self.pick([
            f"{self.digits()}{self.pick(SCALES)}{space}{self.pick(UNITS)}",
            f"{self.random.randint(1, 99)}{self.pick(['여', '만여', '천여'])} {self.pick(UNITS)}",
            f"{self.random.randint(1, 20)}조 {self.random.randint(1, 9999):,}억{space}원",
            f"{self.random.randint(1, 900)}억 {self.random.randint(1, 9999):,}만{space}원",
            f"{self.digits()}%", f"{self.pick('△▲+-−')}{self.digits()}", f"{self.random.randint(1, 9)}:1",
            f"{self.random.randint(10, 99)}.{self.random.randint(0, 9)}%p",
            f"금{self.random.randint(1, 9)}3,560원(금십일만삼천오백육십원)",
            f"제{self.random.randint(1, 40)}조의{self.random.randint(2, 9)}제1항제2호",
            f"{self.random.randint(1, 99)}만평+α"])

    def date(self):
        y, m, d = self.random.randint(2018, 2032), self.random.randint(1, 12), self.random.randint(1, 28)
        return self.pick([
            f"{y}. {m}. {d}.", f"{y}. {m}. {d}.({self.pick('월화수목금토일')})", f"'{y % 100}.{m}.{d}.", f"{y}년 {m}월 {d}일",
            f"{y}~{y + 3}", f"{y}. {m}. {d}.~{m}. {d + 2}.", f"{m}.{d}", f"{y % 100:02}.{m:02}.", f"09:00~18:00",
            f"{y}년 상반기", f"{y}. {m}월", f"{y}. 하반기", f"{m}시 {d}분", f"{y}-{m:02}-{d:02}", f"’{y % 100}년~’{y % 100 + 2}년"])

    def noun(self):
        roll = self.random.random()
        if roll < 0.55:
            return self.pick(THINGS)
        if roll < 0.75:
            return self.pick(PLACES)
        if roll < 0.82:
            return self.pick("·ㆍ/,-~").join(self.random.sample(THINGS, self.random.randint(2, 4)))
        if roll < 0.88:
            return self.pick(LATIN)
        if roll < 0.92:
            return self.pick(ODD)
        return self.pick(THINGS) + self.pick(THINGS) + self.pick(THINGS)

    def quoted(self):
        inner = " ".join(self.noun() for _ in range(self.random.randint(1, 4)))
        left, right = self.pick(["‘’", "“”", "''", '""', "()", "[]", "「」", "『』", "《》", "〈〉"])
        return left + inner + right

    def atom(self):
        roll = self.random.random()
        if roll < 0.45:
            return self.noun()
        if roll < 0.60:
            return self.amount()
        if roll < 0.68:
            return self.date()
        if roll < 0.76:
            return self.quoted()
        if roll < 0.80:
            return self.pick(LAWS)
        if roll < 0.83:
            return self.pick(PEOPLE)
        if roll < 0.84:
            return self.pick(ADDRESSES)
        if roll < 0.93:
            return self.pick(MODIFIERS)
        return self.noun() + "(" + self.pick([self.noun(), self.amount(), "가칭", "OECD", "주"]) + ")"

    def phrase(self):
        text = self.atom()
        if self.chance(0.5):
            text += self.pick(PARTICLES)
        if self.chance(0.12):
            text += self.pick([",", ";", ":", "…", "!", "?", "(안)"])
        if self.chance(0.25):
            text += " " + self.pick(VERBS) + self.pick(["", "", self.pick(ENDS)])
        return text

    def paragraph(self):
        text = self.pick(MARKERS)
        if self.chance(0.2):
            text += "(" + " ".join(self.noun() for _ in range(self.random.randint(1, 3))) + ") "
        text += " ".join(self.pick(MARKERS[8:] if self.chance(0.02) else [""]) + self.phrase()
                         for _ in range(self.random.randint(1, 14)))
        text += self.pick(["", "", " " + self.pick(VERBS), " 추진 등", " 등.", ".", "함", "  끝.", "하였습니다.", " 제고"])
        return text


def paragraphs(seed, count):
    source = Korean(seed)
    return [source.paragraph() for _ in range(count)]


if __name__ == "__main__":
    import sys
    print("\n".join(paragraphs(int(sys.argv[1]), int(sys.argv[2]))))
